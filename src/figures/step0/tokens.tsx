export default function Figure() {
  return <p>tokens</p>;
}
