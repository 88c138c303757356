package dev.serdab.demo;

import java.time.Instant;
import java.util.UUID;

/** Something a caller wanted to keep. */
record Note(UUID id, String text, Instant createdAt) {}
