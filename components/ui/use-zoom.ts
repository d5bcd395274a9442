'use client';

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { fitInside, moveBy, type Point, WHOLE, type ZoomView, zoomTo } from './zoom-view.ts';

/** A press that moved less, in pixels, is a tap. */
const TAP_SLOP = 8;
/** Two taps within this are one double tap. */
const DOUBLE_TAP_MS = 320;
/** A finger that goes this far over the whole picture turns to the next one. */
const SWIPE = 48;
const CLOSE = 2.5;

interface ZoomOptions {
  frame: RefObject<HTMLElement | null>;
  picture: { width: number; height: number };
  /** Swiped over: 1 is forward. */
  onTurn: (by: 1 | -1) => void;
}

/** Pinch, wheel, drag, click and double tap on a picture in its frame. */
export function useZoom({ frame, picture, onTurn }: ZoomOptions) {
  const [view, setView] = useState<ZoomView>(WHOLE);
  const [held, setHeld] = useState(false);
  const fingers = useRef(new Map<number, Point>());
  const press = useRef<{ from: Point; at: number; pinched: boolean } | null>(null);
  const lastTap = useRef({ at: Number.NEGATIVE_INFINITY, x: 0, y: 0 });

  const change = (next: (view: ZoomView, measures: Measures) => ZoomView) => {
    const { current: element } = frame;
    if (!element) return;
    const space = { width: element.clientWidth, height: element.clientHeight };
    setView((before) => next(before, { fitted: fitInside(picture, space), space }));
  };
  const zoomBy = (factor: number, at: Point = { x: 0, y: 0 }) =>
    change((before, { fitted, space }) => zoomTo(before, before.scale * factor, at, fitted, space));
  const move = (by: Point) =>
    change((before, { fitted, space }) => moveBy(before, by, fitted, space));
  const reset = () => setView(WHOLE);
  const toggle = (at: Point) =>
    change((before, { fitted, space }) =>
      before.scale > 1 ? WHOLE : zoomTo(before, CLOSE, at, fitted, space),
    );

  useWheel(frame, zoomBy);

  const pointer = {
    onPointerDown: (event: PointerEvent) => {
      const at = fromMiddle(event, frame.current);
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, at);
      const first = fingers.current.size === 1;
      press.current = first
        ? { from: at, at: event.timeStamp, pinched: false }
        : press.current && { ...press.current, pinched: true };
      setHeld(true);
    },
    onPointerMove: (event: PointerEvent) => {
      const before = fingers.current.get(event.pointerId);
      if (!before) return;
      const now = fromMiddle(event, frame.current);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, now);
      if (!other) return move({ x: now.x - before.x, y: now.y - before.y });
      const middle = between(now, other);
      const middleBefore = between(before, other);
      zoomBy(distance(now, other) / Math.max(1, distance(before, other)), middleBefore);
      move({ x: middle.x - middleBefore.x, y: middle.y - middleBefore.y });
    },
    onPointerUp: (event: PointerEvent) => {
      const at = fromMiddle(event, frame.current);
      const { current: pressed } = press;
      letGo(event);
      if (!pressed || pressed.pinched || fingers.current.size > 0) return;
      const by = { x: at.x - pressed.from.x, y: at.y - pressed.from.y };
      if (Math.hypot(by.x, by.y) < TAP_SLOP) return tapped(event, at);
      const sideways = Math.abs(by.x) > SWIPE && Math.abs(by.x) > 2 * Math.abs(by.y);
      if (view.scale === 1 && sideways) onTurn(by.x < 0 ? 1 : -1);
    },
    onPointerCancel: letGo,
  };

  function letGo({ pointerId }: PointerEvent) {
    fingers.current.delete(pointerId);
    if (fingers.current.size === 0) setHeld(false);
  }

  function tapped({ pointerType, timeStamp }: PointerEvent, at: Point) {
    if (pointerType === 'mouse') return toggle(at);
    const { current: last } = lastTap;
    const again = timeStamp - last.at < DOUBLE_TAP_MS && distance(last, at) < 4 * TAP_SLOP;
    lastTap.current = { at: again ? Number.NEGATIVE_INFINITY : timeStamp, ...at };
    if (again) toggle(at);
  }

  return { view, held, pointer, zoomBy, move, reset };
}

interface Measures {
  fitted: { width: number; height: number };
  space: { width: number; height: number };
}

/** React listens to the wheel passively, and then the page behind would scroll too. */
function useWheel(
  frame: RefObject<HTMLElement | null>,
  zoomBy: (factor: number, at: Point) => void,
): void {
  const latest = useRef(zoomBy);
  useEffect(() => {
    latest.current = zoomBy;
  });
  useEffect(() => {
    const { current: element } = frame;
    if (!element) return;
    const turned = (event: WheelEvent) => {
      event.preventDefault();
      // Lines of a mouse's wheel, or pixels; a trackpad's pinch comes with Ctrl and in small steps.
      const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
      const pace = event.ctrlKey ? 0.01 : 0.002;
      latest.current(Math.exp(-pixels * pace), fromMiddle(event, element));
    };
    element.addEventListener('wheel', turned, { passive: false });
    return () => element.removeEventListener('wheel', turned);
  }, [frame]);
}

function fromMiddle(
  { clientX, clientY }: { clientX: number; clientY: number },
  frame: HTMLElement | null,
): Point {
  const box = frame?.getBoundingClientRect();
  if (!box) return { x: 0, y: 0 };
  return { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 };
}

const between = (one: Point, other: Point): Point => ({
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
});

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
