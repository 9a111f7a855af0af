export default function Figure() {
  return <p>model</p>;
}
