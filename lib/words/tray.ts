/** The tray in the header of every page; what is in it comes with its menu. */
export const trayWords = {
  making: (count: number) =>
    count === 1 ? '1 look in the making' : `${count} looks in the making`,
} as const;
