/** Whether a default counts as volatile only because its function is not known. */
export const isUnknown = (reason: string): boolean => reason.includes('is not known');
