export default function Figure() {
  return <p>feed</p>;
}
