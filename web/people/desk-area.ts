// Which area a page of the desk is about: the one in its address, else the first one that was granted.
import { useParams } from 'react-router'
import { useMe } from './me.ts'

/** Null until it is known who is signed in. */
export function useDeskArea(): string | null {
  const params = useParams()
  const me = useMe().data
  return params['code'] ?? me?.grants[0]?.areaCode ?? null
}
