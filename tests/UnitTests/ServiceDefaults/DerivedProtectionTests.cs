using System.Security.Cryptography;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.ServiceDefaults;

public class DerivedProtectionTests
{
    private static readonly byte[] Master = new byte[32], Words = [1, 2, 3];

    [Fact]
    public void Two_instances_with_one_master_key_read_each_others_cookies() =>
        Assert.Equal(Words, Of("session").Unprotect(Of("session").Protect(Words)));

    [Fact]
    public void Another_purpose_another_master_key_or_another_byte_reads_nothing()
    {
        var cookie = Of("session").Protect(Words);
        byte[] changed = [.. cookie[..^1], (byte)(cookie[^1] ^ 1)];

        Assert.Throws<AuthenticationTagMismatchException>(() => Of("form").Unprotect(cookie));
        Assert.Throws<AuthenticationTagMismatchException>(() => new DerivedProtection([.. Master[..31], 1]).CreateProtector("session").Unprotect(cookie));
        Assert.Throws<AuthenticationTagMismatchException>(() => Of("session").Unprotect(changed));
        Assert.Throws<CryptographicException>(() => Of("session").Unprotect([1]));
    }

    private static Microsoft.AspNetCore.DataProtection.IDataProtector Of(string purpose) => new DerivedProtection(Master).CreateProtector("desk").CreateProtector(purpose);
}
