/** The Azure clouds by the names used in profiles: Azure Public, Azure Government, Azure China 21Vianet. */
export const clouds = ['public', 'usgov', 'china'] as const;

/** One of the {@link clouds}. */
export type Cloud = (typeof clouds)[number];

/** Whether a text names a cloud. */
export function isCloud(text: string): text is Cloud {
  return (clouds as readonly string[]).includes(text);
}
