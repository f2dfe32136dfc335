using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ecosystem.ServiceDefaults;

public static class EntityTags
{
    /// <summary>Whether the caller has the version with this tag, by weak comparison (RFC 9110, section 13.1.2).</summary>
    public static bool HasAlready(this HttpRequest request, string tag) => EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
        && known.Any(one => one == EntityTagHeaderValue.Any || one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
