// LEAD: this figure has been handed to another developer (to save time). Do not write it; skip it in your list.
export default function Figure() {
  return <p>memory</p>;
}
