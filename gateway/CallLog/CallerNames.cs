using System.Security.Cryptography;
using System.Text;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Gateway.CallLog;

/// <summary>What the log calls a caller. A citizen's subject is personal: its keyed hash tells that two calls were one person's, and no more.</summary>
internal sealed class CallerNames(MasterKey master)
{
    private readonly byte[] key = master.Derive("citizens in the call log");

    public string Name(Caller? caller) => caller switch
    {
        null => "",
        Citizen citizen => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(citizen.Id)).AsSpan(0, 12)),
        _ => caller.Id.Replace('\0', ' '),    // which the database could not store
    };
}
