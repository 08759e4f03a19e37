/** The devices of a host in a table, and what the API costs there beside the bare calls of OpenCL. */
package io.jmpi.samples.devices;
