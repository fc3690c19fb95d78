// Icons only for things with a physical shape, or a direction. Cut paper: one stroke, square caps, mitred joints.
const drawings = {
  phone:
    'M5 4h4l1.6 4.5-2.2 1.6a12 12 0 0 0 5.5 5.5l1.6-2.2L20 15v4q0 1.6-2 1.5C10.4 19.6 4.4 13.6 3.5 6 3.4 4 5 4 5 4z',
  mobile: 'M7 3h10v18H7zM10.5 18h3',
  counter: 'M3 20V10h18v10M3 14.5h18M8 10V5h8v5M1.5 20h21',
  camera: 'M3 8h4l2-3h6l2 3h4v11H3zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  album: 'M3 5h18v14H3zM3 16l5.5-5 4.5 4 3-2.5 5 4M15.5 9.5h.1',
  microphone: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4',
  speaker: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  printer: 'M7 9V4h10v5M7 17H3.5V9h17v8H17M7 14h10v6H7z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21',
  left: 'M20 12H5M11 6l-6 6 6 6',
  right: 'M4 12h15M13 6l6 6-6 6',
  up: 'M12 20V5M6 11l6-6 6 6',
  down: 'M12 4v15M6 13l6 6 6-6',
  pencil: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5',
  pin: 'M12 21.5S5 14.8 5 9.7a7 7 0 0 1 14 0c0 5.1-7 11.8-7 11.8zM12 12.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
  cloud: 'M7 18h10a4 4 0 0 0 .6-7.95A6 6 0 0 0 6.2 9.6 4.3 4.3 0 0 0 7 18z',
  list: 'M4 6h16M4 12h16M4 18h16',
  map: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8',
  plus: 'M12 4v16M4 12h16',
  cross: 'M5 5l14 14M19 5 5 19',
  check: 'M4 12.5 9.5 18 20 6.5',
  paper: 'M6 3h9l4 4v14H6zM14.5 3v4.5H19M9 12h7M9 16h7',
  door: 'M6 21V3h12v18M3 21h18M14.5 12h.1',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21v-3a4 4 0 0 1 4-4h7a4 4 0 0 1 4 4v3',
  chevron: 'M6 9l6 6 6-6',
  download: 'M12 4v11M7 10.5l5 5 5-5M4 20h16',
} as const

export type IconName = keyof typeof drawings

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="k-icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={size >= 26 ? 1.9 : 1.7}
      strokeLinecap="square"
      strokeLinejoin="miter"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
