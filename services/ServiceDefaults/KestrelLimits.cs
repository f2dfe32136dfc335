using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ecosystem.ServiceDefaults;

/// <summary>How much anyone may send before a feature sees it.</summary>
public static class KestrelLimits
{
    /// <summary>1 MiB, in bytes.</summary>
    public const int Body = 1024 * 1024;

    internal static void Use(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Body;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
    }
}
