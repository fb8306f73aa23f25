/** Mean radius of the Earth in metres (IUGG R1). */
const earthRadiusMetres = 6_371_008.8;

/**
 * Great circle between two points in degrees, in whole metres rounded half up (haversine): integers from
 * here on, so that every engine ranks alike.
 */
export function greatCircleMetres(fromLat: number, fromLon: number, toLat: number, toLon: number): number {
  const lat1 = radians(fromLat);
  const lat2 = radians(toLat);
  const sinLat = Math.sin((lat2 - lat1) / 2);
  const sinLon = Math.sin(radians(toLon - fromLon) / 2);
  const h = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
  // At the antipodes h may exceed 1 by an ulp, and asin would answer NaN.
  return Math.floor(2 * earthRadiusMetres * Math.asin(Math.sqrt(Math.min(1, h))) + 0.5);
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
