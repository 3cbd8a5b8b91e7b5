/** @param {number[]} values @param {number} share 0 to 1 @returns the value below which that share lies */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** @typedef {{ median: number, min: number, max: number }} Spread */

/** @param {number[]} values one per repetition @returns {Spread} */
export const spread = (values) => ({
  median: quantile(values, 0.5),
  min: Math.min(...values),
  max: Math.max(...values),
});

/** @param {number[]} values */
export const percentiles = (values) => ({
  p50: quantile(values, 0.5),
  p90: quantile(values, 0.9),
  p99: quantile(values, 0.99),
  max: values.reduce((a, b) => Math.max(a, b), -Infinity),
});
