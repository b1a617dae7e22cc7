/** The platforms that have manifests, names and results of their own. */
export const platforms = ["splunk", "fortisoar", "xsoar"] as const;

export type Platform = (typeof platforms)[number];

export function isPlatform(value: unknown): value is Platform {
  return platforms.some((platform) => platform === value);
}
