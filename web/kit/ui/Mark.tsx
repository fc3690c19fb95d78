// Two neighbours: one shared wall, one open door.
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg
      className="k-mark"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path d="M2.1 2.1h19.8v19.8H2.1z M12 2v7 M12 15.5V22" strokeWidth="2.2" />
    </svg>
  )
}
