"use client";
import { useRouter } from "next/navigation";
import { useEffect, useReducer, useRef, useTransition } from "react";

/**
 * Asks for the page to be drawn again. While one redraw is under way the next waits for it: begun on top of each other
 * they would replace each other, and where a redraw takes longer than the time between two changes none would ever show.
 */
export function useRedraw(): () => void {
  const router = useRouter();
  const [asked, ask] = useReducer((times: number) => times + 1, 0);
  const begun = useRef(0);
  const [drawing, start] = useTransition();
  useEffect(() => {
    if (drawing || begun.current === asked) return;
    begun.current = asked;
    start(() => router.refresh());
  }, [asked, drawing, router]);
  return ask;
}
