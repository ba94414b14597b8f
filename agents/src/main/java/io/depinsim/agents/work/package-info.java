/** How much work jobs bring: sizes drawn from distributions. Imports {@code core} only. */
package io.depinsim.agents.work;
