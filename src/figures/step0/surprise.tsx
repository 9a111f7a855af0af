export default function Figure() {
  return <p>surprise</p>;
}
