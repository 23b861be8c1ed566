import type { ButtonHTMLAttributes } from "react";

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & {
  readonly tone?: "plain" | "primary" | "quiet" | "authored" | "critical";
  readonly size?: "small" | "normal" | "large";
};

/** A button names what happens. One primary per view. */
export function Button({ tone = "plain", size = "normal", type = "button", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className="btn" data-tone={tone} data-size={size} />;
}
