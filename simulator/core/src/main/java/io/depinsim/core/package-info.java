/** The simulated economy: world, clock, money, mechanisms. Imports no other module of ours. */
package io.depinsim.core;
