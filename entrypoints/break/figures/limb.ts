/** A point on the axis of a limb, and half the limb's thickness there: `x y r`. */
type Point = [x: number, y: number, r: number];

/**
 * The outline of an arm, leg or finger around points `x y r, x y r, …`. It is open at the start and round at
 * the end.
 */
export function limb(text: string): string {
  const points = text.split(',').map((point) => point.trim().split(' ').map(Number) as Point);
  const left: Point[] = [];
  const right: Point[] = [];
  points.forEach(([x, y, r], index) => {
    const [fromX, fromY] = points[index - 1] ?? [x, y];
    const [toX, toY] = points[index + 1] ?? [x, y];
    const length = Math.hypot(toX - fromX, toY - fromY);
    const outX = ((fromY - toY) / length) * r;
    const outY = ((toX - fromX) / length) * r;
    left.push([x + outX, y + outY, r]);
    right.unshift([x - outX, y - outY, r]);
  });
  const end = round((right[0] as Point)[2]);
  return `M${at(left, 0)}${smooth(left)}A${end} ${end} 0 0 0 ${at(right, 0)}${smooth(right)}`;
}

const round = (value: number) => Math.round(value * 10) / 10;

const at = (points: Point[], index: number, share = 0) => {
  const [x, y] = points[index] as Point;
  const [fromX, fromY] = points[index - 1] ?? [x, y];
  const [toX, toY] = points[index + 1] ?? [x, y];
  return `${round(x + (toX - fromX) * share)} ${round(y + (toY - fromY) * share)}`;
};

/** A curve through all points. At each point it runs parallel to the line between its neighbors. */
const smooth = (points: Point[]) =>
  points
    .slice(1)
    .map(
      (_, index) =>
        `C${at(points, index, 1 / 6)} ${at(points, index + 1, -1 / 6)} ${at(points, index + 1)}`,
    )
    .join('');
