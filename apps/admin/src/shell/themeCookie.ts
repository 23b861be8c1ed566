/** Name of the cookie that keeps the reader's choice of theme. */
export const THEME_COOKIE = "ballast_theme";
