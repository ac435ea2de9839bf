import CReaders

/// Copies what a C function gave and frees it.
func bytes(taking buffer: ibid_buffer) -> [UInt8] {
  // Safe: the buffer is the call's own, holds `count` bytes, and is not used again.
  defer { unsafe ibid_buffer_free(buffer) }
  guard let start = unsafe buffer.bytes else { return [] }
  return unsafe [UInt8](UnsafeBufferPointer(start: start, count: buffer.count))
}
