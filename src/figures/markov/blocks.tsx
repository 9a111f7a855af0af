export default function Figure() {
  return <p>blocks</p>;
}
