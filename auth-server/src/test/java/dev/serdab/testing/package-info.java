/** What the tests stand on: people, apps and machines that a test asks for and need not set up. */
@NullMarked
package dev.serdab.testing;

import org.jspecify.annotations.NullMarked;
