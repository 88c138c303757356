/** What the tests are told with: an issuer made on the spot, the running API, and its answers. */
@NullMarked
package dev.serdab.demo.testing;

import org.jspecify.annotations.NullMarked;
