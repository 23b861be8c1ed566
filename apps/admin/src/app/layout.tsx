import "../styles/globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { NONCE_HEADER } from "../security/nonceHeader.ts";
import { StyleNonce } from "../security/StyleNonce.tsx";
import { THEME_COOKIE } from "../shell/themeCookie.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Ballast", template: "%s · Ballast" },
  description: "Keeps a restaking treasury in trim.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** The document. The theme follows the system unless the reader chose one. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return (
    <html lang="en" data-theme={theme === "dark" || theme === "light" ? theme : undefined}>
      <body>
        <StyleNonce nonce={(await headers()).get(NONCE_HEADER) ?? ""} />
        {children}
      </body>
    </html>
  );
}
