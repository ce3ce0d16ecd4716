// A card as a PNG, drawn by the browser itself: no network, no file that has to be there.

import type { Card } from './card.ts'
import { colours, type Layout, layOut, type Rulers, type Shape, type Style } from './card-layout.ts'

/** Undefined where the browser gives no canvas or takes the picture back: the text is there for that. */
export async function drawCard(card: Card, sign: string, name: string): Promise<File | undefined> {
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  const family = getComputedStyle(document.body).fontFamily || 'sans-serif'
  const fontOf = ({ size, weight }: Style) => `${weight} ${size}px ${family}`
  const rulers: Rulers = (style) => (text) => {
    pen.font = fontOf(style)
    return pen.measureText(text).width
  }
  const layout = layOut(card, sign, rulers)
  // Setting its size empties a canvas and all that was set on it.
  canvas.width = layout.width
  canvas.height = layout.height
  paint(pen, layout, fontOf)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  return blob ? new File([blob], name, { type: 'image/png' }) : undefined
}

function paint(pen: CanvasRenderingContext2D, { width, height, shapes }: Layout, fontOf: (style: Style) => string): void {
  pen.fillStyle = colours.paper
  pen.fillRect(0, 0, width, height)
  for (const shape of shapes) {
    pen.fillStyle = colours[shape.colour]
    if (shape.what === 'box') pen.fillRect(shape.x, shape.y, shape.width, shape.height)
    else if (shape.what === 'diamond') putDiamond(pen, shape)
    else {
      pen.font = fontOf(shape)
      pen.textAlign = shape.end ? 'right' : 'left'
      pen.fillText(shape.text, shape.x, shape.y)
    }
  }
}

function putDiamond(pen: CanvasRenderingContext2D, { x, y, radius }: Extract<Shape, { what: 'diamond' }>): void {
  pen.beginPath()
  pen.moveTo(x, y - radius)
  pen.lineTo(x + radius, y)
  pen.lineTo(x, y + radius)
  pen.lineTo(x - radius, y)
  pen.fill()
}
