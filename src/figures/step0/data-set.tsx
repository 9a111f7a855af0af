export default function Figure() {
  return <p>data-set</p>;
}
