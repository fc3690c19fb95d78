// Nobody stands before a wall to press anything: where our page breaks, it begins anew by itself after a minute.
import { Component, type ReactNode } from 'react'

const againMs = 60_000

export class WallFloor extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch() {
    setTimeout(() => location.reload(), againMs)
  }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}
