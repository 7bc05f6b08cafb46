# The program with what a PDF needs, for `docker build -t cited-brief .`; README says how to run it.
# Its steps run without a container engine too: tools/container.py.

FROM debian:bookworm-slim AS build
RUN apt-get update && apt-get install --yes --no-install-recommends python3 python3-venv \
    && apt-get clean && rm -rf /var/lib/apt/lists/*
COPY requirements.lock /opt/requirements.lock
# Exact versions by hash; pip itself stays behind.
RUN python3 -m venv /opt/briefing \
    && /opt/briefing/bin/python -m pip install --quiet --no-cache-dir --no-compile --no-deps \
       --require-hashes --only-binary :all: -r /opt/requirements.lock \
    && rm -rf /opt/briefing/lib/python3*/site-packages/pip* /opt/briefing/lib/python3*/site-packages/setuptools* \
       /opt/briefing/lib/python3*/site-packages/pkg_resources /opt/briefing/lib/python3*/site-packages/_distutils_hack \
       /opt/briefing/lib/python3*/site-packages/distutils-precedence.pth /opt/briefing/bin/pip*
COPY briefing /opt/briefing/app/briefing
COPY templates /opt/briefing/app/templates
RUN for site in /opt/briefing/lib/python3*/site-packages; do echo /opt/briefing/app > "$site/briefing.pth"; done \
    && printf '#!/bin/sh\nexec /opt/briefing/bin/python -m briefing "$@"\n' > /opt/briefing/bin/briefing \
    && chmod 755 /opt/briefing/bin/briefing \
    && { /opt/briefing/bin/python -m compileall -q -j 0 /opt/briefing/lib /opt/briefing/app || true; }

FROM debian:bookworm-slim
# Pango and HarfBuzz set the PDF; certificates and time zones are for feeds, chat rooms and schedules.
RUN apt-get update && apt-get install --yes --no-install-recommends python3 libpango-1.0-0 \
       libpangoft2-1.0-0 libharfbuzz-subset0 ca-certificates tzdata \
    && apt-get clean && rm -rf /var/lib/apt/lists/* /usr/share/doc /usr/share/man \
    && useradd --create-home --uid 1000 briefing \
    && mkdir /brief && chown briefing /brief
COPY --from=build /opt/briefing /opt/briefing
ENV PATH=/opt/briefing/bin:/usr/local/bin:/usr/bin:/bin
USER briefing
WORKDIR /brief
ENTRYPOINT ["briefing"]
CMD ["--help"]
