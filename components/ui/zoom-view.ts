/**
 * How a picture lies in the frame that it is looked at in. A `shift` is how far the picture's middle
 * is from the frame's, and points are counted from the frame's middle too, all in CSS pixels.
 */
export interface Point {
  x: number;
  y: number;
}

export interface ZoomView extends Point {
  /** 1: all of the picture is in sight. */
  scale: number;
}

interface Extent {
  width: number;
  height: number;
}

export const MOST_ZOOM = 4;
export const WHOLE: ZoomView = { scale: 1, x: 0, y: 0 };

/** The size at which all of a picture is in sight. */
export function fitInside(picture: Extent, frame: Extent): Extent {
  const factor = Math.min(frame.width / picture.width, frame.height / picture.height);
  return { width: picture.width * factor, height: picture.height * factor };
}

/** Another scale, at which the same spot of the picture lies under `at`. */
export function zoomTo(
  view: ZoomView,
  scale: number,
  at: Point,
  fitted: Extent,
  frame: Extent,
): ZoomView {
  const next = within(scale, 1, MOST_ZOOM);
  const growth = next / view.scale;
  return settle(
    { scale: next, x: at.x - (at.x - view.x) * growth, y: at.y - (at.y - view.y) * growth },
    fitted,
    frame,
  );
}

export function moveBy(view: ZoomView, by: Point, fitted: Extent, frame: Extent): ZoomView {
  return settle({ scale: view.scale, x: view.x + by.x, y: view.y + by.y }, fitted, frame);
}

/** No edge of the picture comes further into the frame than it has to. */
function settle({ scale, x, y }: ZoomView, fitted: Extent, frame: Extent): ZoomView {
  const room = (size: number, space: number) => Math.max(0, (size * scale - space) / 2);
  const aside = room(fitted.width, frame.width);
  const upward = room(fitted.height, frame.height);
  return { scale, x: within(x, -aside, aside), y: within(y, -upward, upward) };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
