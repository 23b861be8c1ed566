import { EIGENLAYER_ID } from "./contracts.ts";

/** Subject of a figure of this venue that could not be read. */
export const figureSubject = (figure: string): string => `figure:${EIGENLAYER_ID}:${figure}`;
