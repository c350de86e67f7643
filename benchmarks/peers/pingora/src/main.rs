//! A plain proxy on Pingora: pingora-peer PORT UPSTREAM_PORT ECHO_PORT THREADS

use async_trait::async_trait;
use pingora::http::RequestHeader;
use pingora::modules::http::HttpModules;
use pingora::prelude::*;
use pingora::server::configuration::ServerConf;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

struct Plain {
    service: String,
    echo: String,
}

#[async_trait]
impl ProxyHttp for Plain {
    type CTX = ();

    fn new_ctx(&self) {}

    /// The module for compression, which runs for each request even where it is off, is left out.
    fn init_downstream_modules(&self, _: &mut HttpModules) {}

    async fn upstream_peer(&self, session: &mut Session, _: &mut ()) -> Result<Box<HttpPeer>> {
        let tunnel = session.req_header().uri.path().starts_with("/ws");
        let address = if tunnel { &self.echo } else { &self.service };
        Ok(Box::new(HttpPeer::new(address, false, String::new())))
    }

    async fn upstream_request_filter(&self, session: &mut Session, request: &mut RequestHeader, _: &mut ()) -> Result<()> {
        if let Some(client) = session.client_addr().and_then(|address| address.as_inet()) {
            request.insert_header("X-Forwarded-For", client.ip().to_string())?;
        }
        request.insert_header("X-Forwarded-Proto", "http")
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let configuration = ServerConf {
        threads: arguments[4].parse().unwrap(),
        work_stealing: false,
        upstream_keepalive_pool_size: 256,
        ..Default::default()
    };
    let mut server = Server::new_with_opt_and_conf(None, configuration);
    server.bootstrap();
    let plain = Plain {
        service: format!("127.0.0.1:{}", arguments[2]),
        echo: format!("127.0.0.1:{}", arguments[3]),
    };
    let mut service = http_proxy_service(&server.configuration, plain);
    service.add_tcp(&format!("127.0.0.1:{}", arguments[1]));
    server.add_service(service);
    server.run_forever();
}
