export default function Figure() {
  return <p>chains</p>;
}
