import type { NextConfig } from "next";

/** A devnet build may load the built-in wallets; a production build does not contain them. Decided here, once. */
const devnet = process.env.BALLAST_DEVNET_BUILD === "1";

const config: NextConfig = {
  distDir: devnet ? ".next/devnet" : ".next/production",
  env: { BALLAST_DEVNET_BUILD: devnet ? "1" : "0" },
  transpilePackages: ["@ballast/core", "@ballast/db", "@ballast/verify"],
  turbopack: devnet ? { resolveAlias: { "#devnet-wallets": "./src/devnet/present.ts" } } : {},
  // `npm test` type-checks every package by tsc; a second pass inside the build would only slow the start.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  devIndicators: false,
  reactStrictMode: true,
};

export default config;
