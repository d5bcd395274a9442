/** What is kept of an uploaded picture: its longer side at most, in pixels. */
export const KEPT_SIDE = {
  /** Half as much again as what the provider is sent and sends back: no more of a person is needed. */
  photo: 1_536,
  /** People look at a garment closely. */
  garment: 2_048,
} as const;

export type UploadUse = keyof typeof KEPT_SIDE;
