// Hei, for desk and wall only: phones have a good face of their own, and it costs no data.
import '@fontsource-variable/noto-sans-sc/wght.css'
