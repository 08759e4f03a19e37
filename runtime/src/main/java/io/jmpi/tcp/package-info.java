/**
 * Records between ranks that share no memory: one connection for every pair that has something to say, made when the first
 * one does.
 *
 * <p>Whoever has the engine's turn drives it ({@link io.jmpi.tcp.TcpNetwork}); there is no other thread. Below are sockets
 * and a poller, Netty's where there is epoll ({@link io.jmpi.tcp.EpollPoller}). A connection begins with a
 * {@link io.jmpi.tcp.Handshake}, in which both ends prove that they belong to the job; then it carries records
 * ({@link io.jmpi.tcp.StreamLayout}). A second one carries nothing and tells when a machine is gone
 * ({@link io.jmpi.tcp.Lifeline}).
 */
package io.jmpi.tcp;
