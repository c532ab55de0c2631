<?xml version="1.0" encoding="UTF-8"?>
<!-- Languages: which codes HTML may carry (BCP 47), and what the other codes of ISO 639-2 and 639-3 are called there.
     The codes are those of CLDR (Babel 2.x, English names) and some older stages of languages from the IANA registry. -->
<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-toolkit:functions" xmlns:view="urn:tei-toolkit:view"
    version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0" expand-text="yes" exclude-result-prefixes="#all">

  <xsl:variable name="f:languages" as="xs:string*" select="tokenize('
      aa ab ace ach ada ady ae aeb af afh agq ain ajp ak akk akz ale aln alt am an ang ann anp ar arc arn aro arp arq ars
      arw ary arz as asa ase ast atj av avk awa axm ay az ba bal ban bar bas bax bbc bbj be bej bem bew bez bfd bfq bg bgc
      bgn bho bi bik bin bjn bkm bla blo blt bm bn bo bpy bqi br bra brh brx bs bss bua bug bum byn byv ca cad car cay cch
      ccp ce ceb cgg ch chb chg chk chm chn cho chp chr chy cic ckb clc cnx co cop cps cr crg crh crj crk crl crm crr crs cs
      csb csw cu cv cy da dak dar dav de del den dgr din dje dng doi dsb dtp dua dum dv dyo dyu dz dzg ebu ee efi egl egy
      eka el elx en enm eo es esu et ett eu ewo ext fa fan ff fi fil fit fj fo fon fr frc frk frm fro frp frr frs fur fy ga
      gaa gag gan gay gba gbz gd gem gez gil gl glk gmh gml gn goh gon gor got grb grc gsw gu guc gur guz gv gwi ha hai hak
      haw hax he hi hif hil hit hlu hmn hnj ho hr hsb hsn ht hu hup hur hy hz ia iba ibb id ie ig ii ik ikt ilo inc ine inh
      io is it iu izh ja jam jbo jgo jmc jpa jpr jrb jut jv ka kaa kab kac kaj kam kaw kbd kbl kcg kde kea ken kfo kg kgp
      kha kho khq khw ki kiu kj kk kkj kl kln km kmb kn ko koi kok kos kpe kr krc kri krj krl kru ks ksb ksf ksh ku kum kut
      kv kw kwk kxv ky la lad lag lah lam lb lez lfn lg li lij lil liv lkt lmo ln lo lol lou loz lrc lsm lt ltc ltg lu lua
      lui lun luo lus luy lv lzh lzz mad maf mag mai mak man mas mde mdf mdr men mer mfe mg mga mgh mgo mh mi mic min mk ml
      mn mnc mni moe moh mos mr mrj ms mt mua mus mwl mwr mwv my mye myv mzn na nan nap naq nb nd nds ne new ng nia niu njo
      nl nmg nn nnh no nog non nov nqo nr nso nus nv nwc ny nym nyn nyo nzi oar obm oc och ofs oj ojb ojc ojs ojw oka okm om
      or orv os osa osc osp osx ota otk oty owl pa pag pal pam pap pau pcd pcm pdc pdt peo pfl pgd phn pi pis pl pmh pms pnt
      pon pqm pra prg prk pro ps pt qu quc qug qwm raj rap rar rgn rhg rif rm rn ro roa rof rom rtm ru rue rug rup rw rwk sa
      sad sah sam saq sas sat saz sba sbp sc scn sco sd sdc sdh se see seh sei sel ses sg sga sgh sgs sh shi shn shu si sid
      sk sl slh sli sly sm sma smj smn sms sn snk so sog spx sq sr srn srr ss ssy st stq str su suk sus sux sv sw swb syc
      syr szl ta tce tcy te tem teo ter tet tg tgx th tht ti tig tiv tk tkl tkr tl tlh tli tly tmh tmr tn to tog tok tpi tr
      tru trv trw ts tsd tsi tt ttm ttt tum tvl tw twq txb ty tyv tzm udm ug uga uk umb ur uz vai ve vec vep vi vls vmf vmw
      vo vot vro vun wa wae wal war was wbp wlm wo wuu xal xcl xh xht xlu xmf xno xnr xog xpr xpu xqa xtg xto xum yao yap
      yav ybb yhd yi yo yrl yue za zap zbl zea zen zgh zh zu zun zza')"/>

  <xsl:variable name="f:scripts" as="xs:string*" select="tokenize('
      Adlm Afak Aghb Ahom Arab Aran Armi Armn Avst Bali Bamu Bass Batk Beng Bhks Blis Bopo Brah Brai Bugi Buhd Cakm Cans
      Cari Cham Cher Chrs Cirt Copt Cpmn Cprt Cyrl Cyrs Deva Diak Dogr Dsrt Dupl Egyd Egyh Egyp Elba Elym Ethi Gara Geok
      Geor Glag Gong Gonm Goth Gran Grek Gujr Gukh Guru Hanb Hang Hani Hano Hans Hant Hatr Hebr Hira Hluw Hmng Hmnp Hrkt
      Hung Inds Ital Jamo Java Jpan Jurc Kali Kana Kawi Khar Khmr Khoj Kits Knda Kore Kpel Krai Kthi Lana Laoo Latf Latg
      Latn Lepc Limb Lina Linb Lisu Loma Lyci Lydi Mahj Maka Mand Mani Marc Maya Medf Mend Merc Mero Mlym Modi Mong Moon
      Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkgb Nkoo Nshu Ogam Olck Onao Orkh Orya Osge Osma Ougr Palm Pauc Perm
      Phag Phli Phlp Phlv Phnx Plrd Prti Qaag Rjng Rohg Roro Runr Samr Sara Sarb Saur Sgnw Shaw Shrd Sidd Sind Sinh Sogd
      Sogo Sora Soyo Sund Sunu Sylo Syrc Syre Syrj Syrn Tagb Takr Tale Talu Taml Tang Tavt Telu Teng Tfng Tglg Thaa Thai
      Tibt Tirh Tnsa Todr Toto Tutg Ugar Vaii Visp Vith Wara Wcho Wole Xpeo Xsux Yezi Yiii Zanb Zinh Zmth Zsye Zsym Zxxx
      Zyyy Zzzz')"/>

  <xsl:variable name="f:regions" as="xs:string*" select="tokenize('
      001 002 003 005 009 011 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155
      202 419 AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY
      BZ CA CC CD CF CG CH CI CK CL CM CN CO CP CQ CR CU CV CW CX CY CZ DE DG DJ DK DM DO DZ EA EC EE EG EH ER ES ET EU EZ
      FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IC ID IE IL IM IN IO IQ
      IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM
      MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
      PY QA QO RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM
      TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU WF WS XA XB XK YE YT ZA ZM ZW ZZ')"/>

  <xsl:variable name="f:other-codes" as="map(xs:string, xs:string)" select="map:merge(tokenize('
      aar=aa abk=ab adp=dz afr=af ajt=aeb aju=jrb aka=ak alb=sq als=sq amh=am ara=ar arb=ar arg=an arm=hy asm=as ava=av
      ave=ae aym=ay ayr=ay aze=az azj=az bak=ba bam=bm baq=eu bcc=bal bcl=bik bel=be ben=bn bih=bho bis=bi blg=iba bod=bo
      bos=bs bre=br bul=bg bur=my bxk=luy bxr=bua cat=ca ces=cs cha=ch che=ce chi=zh chu=cu chv=cv cld=syr cls=sa cmn=zh
      cor=kw cos=co cre=cr cwd=cr cym=cy cze=cs dan=da deu=de dgo=doi dhd=mwr dik=din diq=zza div=dv drh=mn dut=nl dzo=dz
      ekk=et ell=el emk=man eng=en epo=eo esk=ik est=et eus=eu ewe=ee fao=fo fas=fa fat=ak fij=fj fin=fi fra=fr fre=fr
      fry=fy fuc=ff ful=ff gaz=om gbo=grb geo=ka ger=de gla=gd gle=ga glg=gl glv=gv gno=gon gom=kok gre=el grn=gn gug=gn
      guj=gu gya=gba hat=ht hau=ha hdn=hai hea=hmn heb=he her=hz hin=hi hmo=ho hrv=hr hun=hu hye=hy ibo=ig ice=is ido=io
      iii=ii ike=iu iku=iu ile=ie ina=ia ind=id ipk=ik isl=is ita=it jav=jv jpn=ja kal=kl kan=kn kas=ks kat=ka kau=kr kaz=kk
      khk=mn khm=km kik=ki kin=rw kir=ky kmr=ku knc=kr kng=kg kom=kv kon=kg kor=ko kpv=kv ktr=dtp kua=kj kur=ku kxl=kru
      kzj=dtp kzt=dtp lao=lo lat=la lav=lv lim=li lin=ln lit=lt ltz=lb lub=lu lug=lg lvs=lv mac=mk mah=mh mal=ml mao=mi
      mar=mr may=ms mhr=chm mkd=mk mlg=mg mlt=mt mnk=man mol=ro mon=mn mri=mi msa=ms mup=raj mya=my nau=na nav=nv nbl=nr
      nde=nd ndo=ng nep=ne nld=nl nno=nn nob=nb nor=no npi=ne nya=ny oci=oc ojg=oj oji=oj ori=or orm=om ory=or oss=os pan=pa
      pbu=ps per=fa pes=fa pli=pi plt=mg pmk=crr pnb=lah pol=pl por=pt prp=gu pus=ps que=qu quz=qu rmy=rom roh=rm ron=ro
      rum=ro run=rn rus=ru sag=sg san=sa scc=sr scr=hr sin=si slk=sk slo=sk slv=sl smd=kmb sme=se smo=sm sna=sn snb=iba
      snd=sd som=so sot=st spa=es spy=kln sqi=sq src=sc srd=sc srp=sr ssw=ss sun=su swa=sw swe=sv swh=sw tah=ty tam=ta
      tat=tt tdu=dtp tel=te tgk=tg tgl=fil tha=th tib=bo tir=ti ton=to tsn=tn tso=ts ttq=tmh tuk=tk tur=tr twi=ak uig=ug
      ukr=uk umu=del urd=ur uzb=uz uzn=uz ven=ve vie=vi vol=vo wel=cy wln=wa wol=wo xho=xh xpe=kpe xsl=den ydd=yi yid=yi
      yor=yo zai=zap zha=za zho=zh zsm=ms zul=zu zyb=za')
      ! map:entry(substring-before(., '='), substring-after(., '=')))" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <xsl:variable name="f:known-language" as="map(xs:string, xs:boolean)" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
      select="map:merge(($f:languages, $f:scripts, $f:regions) ! map:entry(., true()))"/>

  <!-- The BCP 47 tag for a TEI language code, as far as it is registered; nothing if the language itself is not. -->
  <xsl:function name="f:language-tag" as="xs:string?" cache="yes">
    <xsl:param name="code" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(normalize-space($code), '[-_]')"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case($parts[1])"/>
    <xsl:variable name="language" as="xs:string" select="($f:other-codes($primary), $primary)[1]"/>
    <xsl:variable name="before-private" as="xs:string*"
        select="tail($parts)[position() lt (index-of(tail($parts), 'x'), 99)[1]]"/>
    <xsl:variable name="script" as="xs:string?"
        select="($before-private[string-length() eq 4] ! (upper-case(substring(., 1, 1)) || lower-case(substring(., 2))))[. = $f:scripts][1]"/>
    <xsl:variable name="region" as="xs:string?" select="($before-private ! upper-case(.))[. = $f:regions][1]"/>
    <xsl:if test="$f:known-language($language)">
      <xsl:sequence select="string-join(($language, $script, $region), '-')"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
