// Song, sliced by Unicode range and served by us; a page loads only the slices its words need.
import '@fontsource-variable/noto-serif-sc/wght.css'
