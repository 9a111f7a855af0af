export default function Figure() {
  return <p>loom</p>;
}
