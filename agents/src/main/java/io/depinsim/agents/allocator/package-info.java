/**
 * Allocators: whom a job goes to. Each sees jobs and stations of {@code core.engine.service} and
 * may import {@code core} only.
 */
package io.depinsim.agents.allocator;
