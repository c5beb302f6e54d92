using Microsoft.AspNetCore.Http.Features;

namespace WhistleNet.Demo;

/// <summary>The socket of a pane behind its <see cref="Link"/>: while that is cut, no byte of a WebSocket passes in either direction, and nobody is told.</summary>
internal sealed class Wire(IHttpUpgradeFeature upgrade, Link link) : IHttpUpgradeFeature
{
    public bool IsUpgradableRequest => upgrade.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => new Bytes(await upgrade.UpgradeAsync(), link);

    private sealed class Bytes(Stream inner, Link link) : Stream
    {
        private readonly CancellationTokenSource _closed = new();

        public override bool CanRead => true;
        public override bool CanWrite => true;
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            await Pass(cancellationToken);
            return read;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Pass(cancellationToken);
            await inner.WriteAsync(buffer, cancellationToken);
        }

        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            await Pass(cancellationToken);
            await inner.FlushAsync(cancellationToken);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
        public override void Flush() => throw new NotSupportedException();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _closed.Cancel(); // whoever waits for a cut link must not hold a socket that was given up
                inner.Dispose();
            }
            base.Dispose(disposing);
        }

        private async ValueTask Pass(CancellationToken cancel)
        {
            if (!link.IsCut) return;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _closed.Token);
            await link.Up(either.Token);
        }
    }
}
