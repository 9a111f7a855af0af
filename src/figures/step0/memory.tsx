export default function Figure() {
  return <p>memory</p>;
}
