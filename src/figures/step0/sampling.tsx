export default function Figure() {
  return <p>sampling</p>;
}
