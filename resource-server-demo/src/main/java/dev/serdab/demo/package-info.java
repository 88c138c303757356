/** An API that trusts Serdab's access tokens, and nothing else. Copy it. */
@NullMarked
package dev.serdab.demo;

import org.jspecify.annotations.NullMarked;
