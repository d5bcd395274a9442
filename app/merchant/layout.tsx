import '../office.css';

import type { ReactNode } from 'react';

/** For the stylesheet; the frame is that of each shop. */
export default function MerchantLayout({ children }: { children: ReactNode }) {
  return children;
}
